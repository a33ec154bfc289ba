# The allowance for company placements.

allowance-full = { $days } days × €{ $daily } = €{ $amount }.
allowance-capped = { $days } days × €{ $daily }, brought down to €{ $amount }: the yearly cap is €{ $cap }.
allowance-cap-reached = Nothing more: the yearly cap (€{ $cap }) had been reached.
allowance-not-attested = Not paid: the attestation at the end of the placement is missing. Once it is filled in, the { $days } days count.
allowance-no-days = No day done.
allowance-to-confirm = The amounts of { $year } are still to be confirmed.
allowance-sum = { $count ->
    [one] 1 period
   *[other] { $count } periods
}, €{ $total } in all.
problem-more-days = the period has only { $most } days without its Sundays.
problem-period-backwards = the end is before the start ({ $start }).
