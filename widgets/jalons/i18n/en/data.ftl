# The official open-data files: jalons data list, check, update.

problem-data-no-file = this file does not exist. Check the path.
problem-data-too-large = this file is { $size } MB ({ $most } at most). Is it the right file?
problem-data-empty = the file is empty.
problem-data-web-page = this is a web page, not a table. The site probably answered with an error message, or the network filter with a login page.
problem-data-json = this is JSON, not a CSV table. On the site, choose the CSV format.
problem-data-not-text = this is not CSV text. Save a workbook as “CSV UTF-8” first.
problem-data-not-csv = from this row on, this is no longer readable CSV (a misplaced quotation mark?).
problem-data-cut-short = the file stops in the middle of this row: it was not received whole.
problem-data-no-row = no row under the column titles.
problem-data-missing-columns = { $count ->
    [one] the column “{ $columns }” is missing.
   *[other] these columns are missing: { $columns }.
} The shape of the file may have changed: the columns that are read are in datasets/open_data_columns.csv.
problem-data-row-width = { $found } cells instead of { $wanted }.
problem-data-blank = the cell is empty, though this column is always filled in.
problem-data-not-year = a year is expected, for example 2024.
problem-data-not-whole = a whole number is expected, zero or more.
problem-data-not-number = a number is expected.
problem-data-not-rate = a percentage from 0 to 100 is expected.
problem-data-not-yes-no = 1 or 0 is expected (yes or no).
problem-data-not-uai = the code of a school is expected: seven digits and a letter.
problem-data-unknown = this is none of the known files. The nearest is “{ $title }”; it lacks: { $columns }.
problem-data-unrelated = this is none of the files the kit can read: { $known }.
problem-data-shorter = { $rows } rows, against { $before } in the one before: less than half, which is suspicious. If it is right, delete { $file } first.

download-unreachable = { $host } does not answer ({ $why }). Check the connection, or download the file by hand.
download-no-name = the name { $host } is not found: there is probably no access to the internet here. Download the file elsewhere, and drop it on the page Explorer, or into the folder that “jalons data list” shows.
download-silent = { $host } sent nothing for { $seconds } seconds. Try again later.
download-too-slow = the download was not done after { $minutes } minutes. Try again on a faster network.
download-too-large = the file is larger than { $most } MB: it is not the one expected.
download-cut-short = the connection broke after { $got } of { $total } bytes. Try again.
download-cut-off = { $host } broke the connection before the end. Try again.
download-cut-in-gzip = the compressed file stops before its end. Try again.
download-not-gzip = the server announces a compressed file, but it is not one. Try again later.
download-in-circles = { $host } sends from one address to another without end. The address may have changed.
download-not-encrypted = the address leads to { $host } without encryption: refused.
download-certificate = the connection to { $host } is not safe (certificate refused). This is often the school's network filter: ask whoever runs it, or download the file elsewhere.
download-not-http = { $host } answered something that is not the web.
download-not-found = { $host } no longer has this file (answer { $status }). The address may have changed.
download-forbidden = { $host } refuses access (answer { $status }). This is often the network filter.
download-proxy = the proxy of this network wants you to identify yourself (answer { $status }).
download-busy = { $host } asks to wait (answer { $status }). Try again in an hour.
download-server = { $host } is out of order (answer { $status }). Try again later.
download-refused = { $host } answered { $status } instead of sending the file.
download-bad-address = the address of the file cannot be read ({ $host }). It is in datasets/open_data.csv.
download-disk-full = there is not enough space left on the disk.
download-not-written = the file cannot be written ({ $why }).

data-folder = Folder: { $folder }
data-absent = not here yet
data-to-confirm = to be confirmed
data-years = { $count ->
    [one] year { $first }
   *[other] years { $first } to { $last }
}
data-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
data-age = { $days ->
    [0] taken today
    [one] taken yesterday
   *[other] taken { $days } days ago
}
data-by-hand = { $days ->
    [0] put here by hand today
    [one] put here by hand yesterday
   *[other] put here by hand { $days } days ago
}
data-unusable = cannot be used: “jalons data check” says why
data-size = { $size } MB
data-use = used for: { $use }
data-where-from = source: { $producer }, { $page } ({ $licence })
data-how = “jalons data update” downloads these files. Without a network: download a file as CSV from its page, and put it into this folder under the name shown.
data-good = { $title }: good. { $rows }, { $shape }.
data-shape = { $encoding }, columns separated by { $delimiter ->
    [semicolon] semicolons
    [comma] commas
   *[tab] tabs
}
data-left-out = { $count ->
    [one] One row would be left out when it is read:
   *[other] { $count } rows would be left out when it is read:
}
data-fetching = { $title }: downloading…
data-progress = { $got } MB received
data-progress-of = { $got } of { $total } MB
data-taken = { $title }: taken ({ $rows }).
data-same = { $title }: nothing new ({ $rows }).
data-kept = { $title }: not taken. The file that was here is kept as it is.
data-not-had = { $title }: not taken, and there was none before.
data-unknown-code = “{ $name }” is neither a file nor a known code. Codes: { $known }.
data-nothing-here = No file to check in { $folder }. Begin with “jalons data update”.
