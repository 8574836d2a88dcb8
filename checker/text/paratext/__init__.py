"""What stands around a text and says nothing of its subject: bylines, dates, credits, buttons, notes, greetings."""
