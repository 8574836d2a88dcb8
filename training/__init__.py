"""How the embedded model is made, from parallel text to the shipped directory."""
