# The model voie-pro: its states, its rates.

cohorts-state-2PRO = Bac pro, 1st year (2de)
cohorts-state-1PRO = Bac pro, 2nd year (1re)
cohorts-state-TPRO = Bac pro, final year
cohorts-state-CAP1 = CAP, 1st year
cohorts-state-CAP2 = CAP, 2nd year
cohorts-state-CS = Certificat de spécialisation
cohorts-state-BP_BMA = BP or BMA
cohorts-state-BTS1 = BTS, 1st year
cohorts-state-BTS2 = BTS, 2nd year
cohorts-state-licence = Licence or BUT
cohorts-state-apprenticeship = Apprenticeship
cohorts-state-other_studies = Other studies
cohorts-state-employed = Employed
cohorts-state-neither = Neither employed nor in training
cohorts-state-left_without_diploma = Left before the final year, without a diploma

cohorts-model-per-pupil = of pupils
cohorts-model-per-leaver = of leavers
cohorts-model-confidence = Confidence: A official source, B press quoting one, C computed, D assumed.
cohorts-model-miss-titles = year;lev.;model;observed;miss;
cohorts-model-given = entrants taken from what was observed: cannot miss
cohorts-model-fitted = a year it was fitted on
cohorts-model-unseen = a year never seen
