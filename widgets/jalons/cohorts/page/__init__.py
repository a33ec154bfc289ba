"""The parts of the page *Simuler*, one module each, in the order of ``cohorts.view.PARTS``."""
