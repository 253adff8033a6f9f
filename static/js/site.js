/* The one entry point: each module looks for its own data- attribute and leaves the page alone without it. */
import { autoSubmit } from "./auto_submit.js";
import { closeLooks } from "./close_look.js";
import { focusErrors } from "./focus_errors.js";
import { holdClocks } from "./hold_clock.js";
import { keepTickets } from "./keep_ticket.js";
import { mapViews } from "./map_view.js";
import { profileWalks } from "./profile_walk.js";
import { shareButtons } from "./share.js";
import { spotGame } from "./spot.js";
import { stripKeys } from "./strip_keys.js";
import { viewers } from "./viewer.js";

autoSubmit(document);
focusErrors(document);
holdClocks(document);
keepTickets(document);
mapViews(document);
profileWalks(document);
shareButtons(document);
spotGame(document);
stripKeys(document);
closeLooks(document);
viewers(document);
