/** Elements that begin a new block, as browsers show them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** Elements whose inside is no text of an article. */
export const NON_TEXT_ELEMENTS: ReadonlySet<string> = new Set(
  'aside audio button canvas dialog embed figcaption footer form head iframe input link map math menu meta nav noembed noframes noscript object optgroup option picture script select style svg template textarea title video'.split(
    ' ',
  ),
)

export const HEADING_ELEMENT = /^h[1-6]$/
