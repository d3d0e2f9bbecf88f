// What the programs are told: the address of the API, and the key.
declare const process: { env: Record<string, string | undefined> };

export const endpoint = process.env.LEDGER_ENDPOINT!;
export const key = process.env.LEDGER_KEY!;
