// Loaded where a part of the page could not be made: shows the sentence that waits for it.
window.jalonsFailed();
