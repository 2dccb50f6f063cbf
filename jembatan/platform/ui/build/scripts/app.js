// What every page of the house runs. Each module does one thing and works by attributes in the markup.
import "./htmx-setup.js";
import "./keyboard.js";
import "./help.js";
import "./lists.js";
import "./palette.js";
import "./dialogs.js";
import "./sheet.js";
import "./toasts.js";
import "./inline-edit.js";
import "./theme.js";
import "./rail.js";
import "./autosubmit.js";
import "./send-key.js";
import "./copy.js";
import "./live.js";
import "./ready.js";
