// What keeps the answers on this device, where the browser lets a page keep something.

const STORE_KEY = "jalons-explorer";

/** Without a place to keep things (a frame, a private window) the page works and forgets. */
export const deviceStore = () => ({
  read() {
    try {
      return localStorage.getItem(STORE_KEY);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      if (text) localStorage.setItem(STORE_KEY, text);
      else localStorage.removeItem(STORE_KEY);
    } catch {
      // nothing is kept; the page goes on
    }
  },
});
