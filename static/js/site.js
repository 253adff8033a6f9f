/* The one entry point: each module looks for its own data- attribute and leaves the page alone without it. */
import { autoSubmit } from "./auto_submit.js";
import { focusErrors } from "./focus_errors.js";
import { stripKeys } from "./strip_keys.js";
import { viewers } from "./viewer.js";

autoSubmit(document);
focusErrors(document);
stripKeys(document);
viewers(document);
