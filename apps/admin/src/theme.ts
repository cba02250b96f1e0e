import { createTheme, type MantineColorsTuple } from '@mantine/core'

const pine: MantineColorsTuple = [
  '#eef7f8',
  '#dcecee',
  '#b5d8dd',
  '#8bc3cb',
  '#68b2bc',
  '#4ea6b2',
  '#2b7f8b',
  '#1c6b77',
  '#0f5c66',
  '#084b54',
]

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 8,
  colors: { pine },
  fontFamily: "'Inter', 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "'Inter', 'Segoe UI', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
})
