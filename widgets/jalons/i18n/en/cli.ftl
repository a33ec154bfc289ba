# The command jalons.

cli-written = Written: { $file }
cli-exists = { $file } exists already. Choose another name, or add --force to replace it.
cli-template-xlsx = { $file }: the template is a workbook; give a name ending in .xlsx.
cli-no-output = Say where to write the plan (-o plan.json), or ask for it on the screen (--json).
cli-export-kind = { $file }: give a name ending in .ics (calendar), .xlsx (workbook) or .pdf (paper).
cli-xlsx-whole = The workbook always holds the whole plan: a class, a group or a person is chosen for an .ics.
cli-unknown = “{ $name }” is not in the school file.
cli-one-choice = A calendar is that of one class, one group or one person: choose only one.
cli-no-folder = The folder { $folder } does not exist. Create it, or choose another.
cli-door-class = The door sheet is that of one class: add --class.
cli-no-plan = { $file } holds no plan (sheet “planning”). Give it after the school.
cli-plan-kind = { $file }: a plan is written as .json or .xlsx. For an .ics or a .pdf: jalons plan export.
cli-no-file = { $file } does not exist. Check the path.
cli-is-folder = { $file } is a folder; a file is needed here.
cli-no-permission = { $file }: the system does not allow it to be opened. Is it open elsewhere, or protected?
cli-disk-full = There is no room left on the disk: nothing complete could be written.
cli-file-trouble = { $file }: this file cannot be read or written ({ $detail }).
cli-stopping = Stopping: the best plan found is kept. Ctrl-C again: leave at once and keep nothing.
cli-explaining = The search has ended. Checking what keeps the obligatory sessions from being placed…
cli-call-missing = { $name } is missing.
cli-call-value = { $name }: this value does not fit.
cli-call-option = There is no option { $name }.
cli-call-empty = The option { $name } needs a value.
cli-call-unknown = “{ $call }”: there is no such command, or it has a word too many.
cli-call-help = What can be written: { $command } --help
