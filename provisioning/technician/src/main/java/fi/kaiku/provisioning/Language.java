package fi.kaiku.provisioning;

/** The languages that the terminal speaks with people. */
enum Language {
  FI,
  SV,
  EN
}
