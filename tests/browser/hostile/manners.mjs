// What the walk knows of the product: where one page is like the next and where not, and which buttons to press.

/** Pages of one pattern that differ in more than words: how many of them are read. */
export const MANY = {
  "/p/{code}/{survey}/{question}": 40,
  "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}": 12,
  "/desk/consultations/{consultation}/surveys/{survey}/new-question": 12,
  "/desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}": 8,
  "/desk/moderation/{text}": 3,
  "/desk/papers/{paper}": 2,
  "/desk/consultations/{consultation}": 9,
  "/desk/consultations/{consultation}/edit": 9,
  "/desk/consultations/{consultation}/surveys": 9,
  "/desk/consultations/{consultation}/surveys/{survey}": 9,
  "/organisation/sign-in/{secret}": 2,
  "/organisation/invitation/{secret}": 6,
};

/** Addresses of files; others answer with pages, or with JSON that leads on. */
export const FILE = /\.(csv|xlsx|docx|zip|txt|ics|atom|svg|png|ttl|jsonld)$|\/files\/\{\w+\}$/;

/** What these forms do cannot be taken back, and much would be gone that is to be looked at: they come last. */
export const ENDING = /\/(removal|remove|delete|deletion|discard|withdraw|withdrawal|erase|erasure|disable|closing|close|refusal|seal|finish|publish|restore)$/;

/** Forms without a field for text that lead on to some, or make public what was typed. */
export const LEADS_ON = [
  "/consultations/{consultation}/survey",
  "/consultations/{consultation}/statement",
  "/p/{code}/review",
  "/p/{code}/statement/review",
  "/p/{code}/account",
  "/my/sign-in/{secret}",
  "/organisation/registration/{secret}",
  "/organisation/sign-in/{secret}",
  "/subscriptions/confirm/{subscription}",
  "/statement-address/{secret}",
  "/organisation/consultations/{consultation}/statement/release",
  "/organisation/consultations/{consultation}/statement/review",
  "/desk/moderation",
  "/desk/strategies/{strategy}/drafts",
  "/desk/organisations/{organisation}/confirmation",
  "/desk/strategies/{strategy}/uploads/{upload}",
  "/desk/strategies/{strategy}/editions/{number}/publish",
  "/desk/consultations/{consultation}/organisations/letters/{to}",
  "/organisation/consultations/{consultation}/statement/extension",
];

/** What is refused however it is filled in, and why. The page that says so is looked at all the same. */
export const REFUSED = {
  "/receipt": "there is no receipt yet when it is asked for",
  "/sign-in": "nobody has such an address",
  "/desk/account/factor": "it asks for the code of an app",
  "/desk/consultations/{consultation}/surveys/{survey}/questions/{question}": "people have answered, so that only typing errors can be corrected",
  "/desk/consultations/{consultation}/statements/import": "a row without a party is not taken",
};

/** Of several buttons, the first of these; else the first there is. */
export const BUTTONS = ["publish", "approve", "release", "grant", "save", "keep", "next", "add"];

/** These only show what would become of it; they are pressed before. */
export const PREVIEWS = ["preview", "compare"];
