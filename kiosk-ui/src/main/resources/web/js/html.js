import { h } from "preact";
import htm from "htm";

/** Templates for preact without a build step. */
export const html = htm.bind(h);
