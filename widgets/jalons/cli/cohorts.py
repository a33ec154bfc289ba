"""``jalons cohorts``: where pupils go, fitted, projected and checked."""

from __future__ import annotations

from jalons.cli import cohorts_fit, cohorts_model, cohorts_run, cohorts_sweep
from jalons.cli.terminal import group

app = group("Simuler les parcours des élèves.")
app.command()(cohorts_run.run)
app.command()(cohorts_sweep.sweep)
app.command()(cohorts_fit.fit)
app.command()(cohorts_fit.backtest)
app.command()(cohorts_model.model)
