# What the reusable widgets say, for the features that have nothing more precise to say.
# In the sentences about files, %name%, %names% and %limit% are filled in by the browser.
ui-failure = This action did not succeed. Nothing is lost: try again, or reload the page.
ui-file-choose = Choose files…
ui-file-hint = Or drop them here. They stay on the computer that runs Jalons.
ui-file-too-big = %name% is too large: %limit% MB at most at a time.
ui-file-wrong-type = %name% is not a file this page can read.
ui-file-sending = Reading %names%…
ui-file-received = Received: %names%.
ui-file-failed = %names% could not be read. Make sure the file is not open in another program, then try again.
ui-job-stop = Stop
ui-job-running = Computing
ui-job-stopping = Stop requested: the best result found is about to show.
ui-job-done = Done.
ui-job-stopped = Stopped: here is the best result found.
ui-job-failed = The computation failed. The previous result stays on the page.
ui-download-failed = The file could not be prepared. Try again; if it happens again, reload the page.
ui-notice-more =
    { $count ->
        [one] Show the other one
       *[other] Show the { $count } others
    }
ui-records-ok = OK
ui-records-cancel = Cancel
ui-records-more = Show %count% older ones

## What can be folded

ui-fold-show = { $what }: show
ui-fold-hide = { $what }: hide
