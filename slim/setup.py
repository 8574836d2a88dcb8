"""The same package without sentence-transformers, and so without torch: what the embedded model needs.

``pip install ./slim`` in a checkout.  Whatever is not said here is read from ``setup.cfg`` above.
"""

import shutil
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

ROOT = Path(__file__).resolve().parents[1]
HEAVY = "sentence-transformers"


def listed(text: str) -> list[str]:
    """The lines of a setting that is a list."""
    return [line.strip() for line in text.splitlines() if line.strip()]


config = ConfigParser()
config.read(ROOT / "setup.cfg", encoding="utf-8")
metadata, options = config["metadata"], config["options"]
version = (ROOT / "checker" / "version.py").read_text(encoding="utf-8").partition('VERSION = "')[2].partition('"')[0]
# What an earlier installation left there would be installed again, modules that are gone among it.
shutil.rmtree(Path(__file__).with_name("build"), ignore_errors=True)
for name in listed(metadata["license_files"]):
    shutil.copyfile(ROOT / name, Path(__file__).with_name(name))

setup(
    name=f"{metadata['name']}-slim",
    version=version,
    description=f"{metadata['description']} (without torch)",
    long_description=(ROOT / metadata["long_description"].removeprefix("file:").strip()).read_text(encoding="utf-8"),
    long_description_content_type=metadata["long_description_content_type"],
    author=metadata["author"],
    license=metadata["license"],
    license_files=listed(metadata["license_files"]),
    keywords=listed(metadata["keywords"].replace(",", "\n")),
    classifiers=listed(metadata["classifiers"]),
    packages=find_packages(str(ROOT), include=["checker", "checker.*"]),
    package_dir={"checker": "../checker"},
    package_data={"checker": listed(config["options.package_data"]["checker"])},
    python_requires=options["python_requires"],
    install_requires=[line for line in listed(options["install_requires"]) if not line.startswith(HEAVY)],
    extras_require={name: listed(lines) for name, lines in config["options.extras_require"].items()},
    entry_points={"console_scripts": listed(config["options.entry_points"]["console_scripts"])},
)
