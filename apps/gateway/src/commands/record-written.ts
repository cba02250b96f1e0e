/** The record that a command wrote; whoever shows it reads it again. */
// A mapped type and not an interface: it is written as JSON.
export type RecordWritten = Readonly<Record<'id', string> & Record<'version', number>>
