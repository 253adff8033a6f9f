/** The page of a kept ticket: its one button removes it from this device. */
import { keepTickets } from "./keep_ticket.js";

keepTickets(document);
