// All texts of the page in English. A key says where its text is used.

export const en = {
  // What many pages use.
  "app.name": "Job ledger",
  "app.skip": "Skip to the content",
  "app.updated": "The page has been updated on the server.",
  "app.reload": "Load it again",
  "app.again": "Try again",
  "app.retrying": "Trying again by itself.",
  "app.offline": "The server cannot be reached. What is shown may be out of date.",
  "app.loading": "Loading…",
  "app.close": "Close",
  "app.cancel": "Cancel",
  "app.remove": "Remove {what}",
  "app.copied": "Copied {what}",
  "app.notCopied": "The browser did not allow copying. The text is {what}",
  "app.copy": "Copy {what}",
  "app.more": "More",
  "app.none": "none",
  "app.notFound": "There is no such page",
  "app.notFoundHint": "The address may be incomplete.",
  "app.toJobs": "To the jobs",
  "app.footer": "{ledger} · version {version}",
  "app.api": "API",

  "nav.label": "Pages",
  "nav.jobs": "Jobs",
  "nav.setAction": "Set Action",
  "nav.overview": "Overview",
  "nav.help": "Help",
  "nav.admin": "Users",

  "user.menu": "{user}, {role}",
  "user.account": "Account",
  "user.signOut": "Sign out",
  "user.signedOut": "You are signed out.",

  "zone.local": "Local time",
  "zone.utc": "UTC",
  "zone.switch": "Times are in {zone}. Show them in {other}",
  "theme.system": "Theme: system",
  "theme.light": "Theme: light",
  "theme.dark": "Theme: dark",

  "status.IN_PROGRESS": "In progress",
  "status.SUCCESS": "Success",
  "status.FAILED": "Failed",
  "status.UNCONFIRMED": "Unconfirmed",

  "cause.answered": "answered",
  "cause.unreadable_answer": "unreadable answer",
  "cause.inconclusive_answer": "inconclusive answer",
  "cause.timed_out": "timed out",
  "cause.connection_lost": "connection lost",
  "cause.never_sent": "never sent",
  "cause.withheld": "withheld",
  "cause.interrupted": "interrupted",
  "cause.reported": "reported",
  "cause.imported": "imported",

  "source.gateway": "Set Action",
  "source.api": "API",
  "source.import": "Import",
  "source.embedded": "Program",

  "role.operator": "operator",
  "role.auditor": "auditor",
  "role.admin": "admin",

  "kind.job_created": "Created",
  "kind.job_imported": "Imported",
  "kind.status_changed": "Status changed",
  "kind.note_added": "Note",

  "problem.network": "The server cannot be reached",
  "problem.networkHint": "Check the connection.",
  "problem.401": "You are signed out",
  "problem.403": "You may not see or do this",
  "problem.404": "There is nothing here",
  "problem.404Hint": "It does not exist, or belongs to somebody else.",
  "problem.429": "Too many requests",
  "problem.waitHint": { one: "Wait {n} second.", other: "Wait {n} seconds." },
  "problem.503": "The server is busy",
  "problem.maybeRecorded": "Something may have been recorded. Look it up before you send it again.",

  // Sign-in, and the page for those who are not signed in.
  "signIn.title": "Sign in",
  "signIn.password": "Password",
  "signIn.user": "User",
  "signIn.token": "Token",
  "signIn.how": "Sign in with",
  "signIn.withPassword": "User and password",
  "signIn.withToken": "Token",
  "signIn.tokenHint": "The admin token that the first start printed, or one of your own.",
  "signIn.submit": "Sign in",
  "signIn.wrong": "The user or the password is not right.",
  "signIn.wrongToken": "The server does not know this token.",
  "signIn.ended": "Your session has ended",
  "signIn.endedHint": "Sign in again as {user}. What you typed is still there.",
  "landing.title": "Every job on record",
  "landing.what":
    "This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.",
  "landing.size": { one: "One entry so far.", other: "{n} entries so far." },
  "landing.ledger": "Ledger",
  "landing.help": "How the proof works",
  "landing.docs": "The API",
  "landing.checkpoint": "The newest checkpoint",

  // Jobs.
  "jobs.title": "Jobs",
  "jobs.notes": { one: "{n} note", other: "{n} notes" },

  // One job.
  "job.title": "Job",
  "compare.title": "Two jobs compared",

  // A customer.
  "customer.title": "Customer {cid}",

  // Set Action.
  "setAction.title": "Set Action",

  // Overview.
  "overview.title": "Overview",

  // Account and users.
  "account.title": "Account",
  "admin.title": "Users",

  // Help.
  "help.title": "Help",
};
