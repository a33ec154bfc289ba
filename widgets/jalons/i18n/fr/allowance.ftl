# L'allocation de PFMP.

allowance-full = { $days } jours × { $daily } € = { $amount } €.
allowance-capped = { $days } jours × { $daily } €, ramenés à { $amount } € : le plafond de l'année est de { $cap } €.
allowance-cap-reached = Rien de plus : le plafond de l'année ({ $cap } €) était déjà atteint.
allowance-not-attested = Non payé : il manque l'attestation de fin de PFMP. Dès qu'elle est remplie, les { $days } jours comptent.
allowance-no-days = Aucun jour effectué.
allowance-to-confirm = Les montants { $year } restent à confirmer.
allowance-sum = { $count ->
    [one] 1 période
   *[other] { $count } périodes
}, { $total } € au total.
problem-more-days = la période ne compte que { $most } jours hors dimanches.
problem-period-backwards = la fin est avant le début ({ $start }).
