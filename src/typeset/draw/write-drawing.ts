import type { PdfmakeDocument, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import type { PixelSize } from '../pictures/picture.js'
import type { DrawingForm } from '../pictures/svg/drawing-form.js'

/** Writes a drawing as a form that fills the unit square, as the pixels of a picture do (ISO 32000-1, 8.10). */
export function writeDrawing(
  form: DrawingForm,
  { width, height }: PixelSize,
  file: PdfmakeDocument,
): PdfmakeReference {
  return writeForm(form, { BBox: [0, 0, width, height], Matrix: [1 / width, 0, 0, 1 / height, 0, 0] }, file)
}

/** Far beyond the edges of any drawing: what is painted as one is cut by that around it. */
const EVERYWHERE = [-100_000, -100_000, 100_000, 100_000]

function writeForm(form: DrawingForm, entries: object, file: PdfmakeDocument): PdfmakeReference {
  const groups = form.groups.map(group =>
    writeForm(group, { BBox: EVERYWHERE, Group: { S: 'Transparency', CS: 'DeviceRGB' } }, file),
  )
  const named = (letter: string, values: readonly unknown[]) =>
    Object.fromEntries(values.map((value, index) => [`${letter}${index}`, value]))
  const states = form.opacities.map(opacity => ({ Type: 'ExtGState', ca: opacity, CA: opacity }))
  const reference = file.ref({
    Type: 'XObject',
    Subtype: 'Form',
    ...entries,
    Resources: {
      ExtGState: named('G', states),
      Shading: named('S', form.shadings),
      XObject: named('F', groups),
    },
  })
  reference.end(Buffer.from(`${form.operators.join('\n')}\n`, 'latin1'))
  return reference
}
