# Open data, at the foot of Explorer. Reader: a teacher.

open-data-title = For the teacher
open-data-fold = Open data
open-data-text = With these official files, Explorer shows schools, places and CIO near the pupil’s home. None is needed. Only the button “Update” calls the Internet; nothing that pupils say is sent.
open-data-table = The official files on this computer
open-data-column-file = File
open-data-column-here = Here
open-data-column-use = Used for
open-data-which = Update:
open-data-all = every file
open-data-file-hint = No Internet here? Download the CSV file elsewhere, from its official page, and drop the copy (USB key). It is recognised by its columns and checked before it is used.
open-data-job-start = Update
open-data-job-stop = Stop
open-data-job-running = Under way
open-data-job-stopping = Stopping: the site has thirty seconds at most to answer.
open-data-job-done = Done.
open-data-job-stopped = Stopped. What was not finished has stayed as it was.
open-data-job-failed = This failed. The files have stayed as they were.
open-data-busy = An update is under way: wait for its end, then drop the copy.
open-data-failed = Something did not work. The files have stayed as they were.
open-data-unusable = What is here and cannot be used (drop another copy, or update):
open-data-left-out = { $count ->
    [one] One unreadable row is left out (“jalons data check” names it).
   *[other] { $count } unreadable rows are left out (“jalons data check” names them).
}
open-data-kept = The file of before is kept.
open-data-all-good = Done:
open-data-some-wrong = Not everything could be taken:
