// Signing out by a button, which must not fail unseen: the reader walks away.
import { signOut } from "../lib/account.js";
import { href } from "../lib/place.js";
import { problemFrom } from "../lib/problem.js";
import { go } from "../lib/router.js";
import { t } from "../texts/t.js";
import { say } from "./messages.js";
import { whyOf } from "./states.js";

export async function leave() {
  try {
    await signOut();
  } catch (error) {
    const why = whyOf(problemFrom(error));
    say(t("user.notSignedOut", { why }), "error");
    return;
  }
  go(href("/"));
  say(t("user.signedOut"));
}
