/** The stages of which an edition can be looked at, in the order in which data goes through them. */
export const INSPECTED_STAGES = ['edition', 'html', 'blocks', 'pages', 'tags'] as const

export type InspectedStage = (typeof INSPECTED_STAGES)[number]
