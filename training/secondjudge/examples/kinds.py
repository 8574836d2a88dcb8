"""Words that are exchanged for one another: of one kind, and opposites; English lemmas, chosen by hand, carried into
other languages by the lexicons."""

from __future__ import annotations

KINDS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion
first second third fourth fifth last
spring summer autumn winter
morning noon afternoon evening night midnight
today yesterday tomorrow
minute hour day week month year decade century
second minute hour
kilometre mile metre foot inch centimetre
kilometer mile meter foot inch centimeter
kilogram pound gram ton ounce
euro dollar pound yen rouble franc crown
north south east west
northern southern eastern western
red blue green yellow black white brown grey
mother father brother sister son daughter uncle aunt grandmother grandfather
wife husband
king queen prince princess president minister chancellor
president minister ambassador mayor governor senator spokesman chairman director
doctor nurse teacher lawyer engineer judge policeman soldier farmer driver journalist scientist actor
police army court government parliament church hospital school university
court parliament government ministry council commission
car bus train plane ship bicycle truck
dog cat horse cow sheep bird pig
bread milk cheese meat fish egg butter sugar
water wine beer coffee tea
france germany italy spain poland romania russia ukraine china japan india turkey greece hungary england ireland
sweden norway denmark finland iceland estonia latvia lithuania
egypt iran iraq israel syria lebanon jordan
brazil mexico argentina canada america australia
french german italian spanish polish romanian russian ukrainian chinese japanese english
paris berlin london rome madrid moscow kiev vienna warsaw brussels athens
eye ear nose mouth hand foot head heart arm leg
house flat hotel castle church tower bridge
river lake sea ocean mountain forest island desert
city town village country region
street road square
kitchen bedroom bathroom garden cellar
gold silver iron copper
oil gas coal electricity
football tennis basketball hockey volleyball
war peace
fire flood earthquake storm
apple pear orange lemon cherry grape
heat cold rain snow wind fog
murder theft fraud robbery kidnapping
cancer flu malaria diabetes
phone computer camera radio television
newspaper magazine book letter film
christian muslim jewish buddhist
christianity islam judaism buddhism
mathematics physics chemistry biology history
piano guitar violin drum flute
shirt trousers jacket shoe hat coat
table chair bed cupboard window door
""".strip().splitlines()
)
"""Words of one kind: another of the line says something else."""

OPPOSITES: tuple[tuple[str, str], ...] = tuple(
    (line.split()[0], line.split()[1])
    for line in """
increase decrease
rise fall
rose fell
grow shrink
growth decline
allow forbid
allowed forbidden
permit prohibit
permitted prohibited
legal illegal
open close
open closed
opened closed
opening closing
begin end
began ended
beginning end
start finish
started finished
start stop
win lose
won lost
victory defeat
success failure
succeed fail
succeeded failed
accept reject
accepted rejected
approve reject
approved rejected
support oppose
supported opposed
supporter opponent
agree disagree
agreed refused
confirm deny
confirmed denied
before after
above below
over under
inside outside
up down
in out
left right
early late
earlier later
earliest latest
more less
more fewer
most least
many few
much little
higher lower
high low
highest lowest
large small
larger smaller
big small
bigger smaller
long short
longer shorter
strong weak
stronger weaker
strengthen weaken
fast slow
faster slower
hot cold
warm cool
safe dangerous
safer riskier
danger safety
healthy sick
rich poor
cheap expensive
easy difficult
simple complicated
good bad
better worse
best worst
happy sad
new old
newer older
young old
public private
open secret
true false
right wrong
correct incorrect
possible impossible
likely unlikely
necessary unnecessary
positive negative
advantage disadvantage
profit loss
income expense
buy sell
bought sold
buyer seller
import export
arrive leave
arrived left
arrival departure
enter leave
come go
came went
add remove
added removed
include exclude
included excluded
connect disconnect
join leave
attack defend
attacker defender
guilty innocent
war peace
friend enemy
ally enemy
love hate
loved hated
hope fear
remember forget
remembered forgot
find lose
found lost
build destroy
built destroyed
save waste
saved lost
protect endanger
rest work
live die
alive dead
birth death
born died
day night
man woman
men women
boy girl
male female
majority minority
maximum minimum
full empty
light dark
near far
present absent
presence absence
same different
similar different
together separately
with without
inner outer
internal external
domestic foreign
urban rural
upper lower
voluntary compulsory
temporary permanent
permanently temporarily
rarely often
seldom frequently
always never
everything nothing
everyone nobody
everybody nobody
somebody nobody
cause prevent
caused prevented
encourage discourage
encouraged discouraged
improve worsen
improved worsened
raise lower
raised lowered
give take
gave took
send receive
sent received
lend borrow
hire fire
hired fired
pass fail
passed failed
widen narrow
faithful unfaithful
active passive
quiet loud
clean dirty
wet dry
""".strip().splitlines()
)
"""Words that turn the meaning of a sentence round."""
