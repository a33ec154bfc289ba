"""The parts of the page *Accompagner*, one module each."""
