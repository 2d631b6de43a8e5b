/** Twentieths of a point, in which Word counts lengths (ECMA-376-1, 22.9.2.14). */
export const twips = (points: number): number => Math.round(points * 20)

/** Half points, in which Word counts sizes of type (ECMA-376-1, 17.3.2.38). */
export const halfPoints = (points: number): number => Math.round(points * 2)

/** Eighths of a point, in which Word counts how heavy lines are: from a quarter of a point to twelve (ECMA-376-1, 17.3.4). */
export const eighths = (points: number): number => Math.min(96, Math.max(2, Math.round(points * 8)))

/** Pixels of which there are 96 to an inch, from points. */
export const pixels = (points: number): number => (points * 96) / 72

/** A colour as Word writes it: six digits. */
export const wordColour = (colour: string): string => colour.replace('#', '').toUpperCase()

/** Text as it stands in XML, in an attribute too; without the characters that XML 1.0 (2.2) does not have. */
export const xmlText = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replace(/[<>&"]/g, mark => `&#${mark.charCodeAt(0)};`)
