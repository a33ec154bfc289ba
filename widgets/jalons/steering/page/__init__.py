"""The parts of the page *Piloter*, one module each."""
