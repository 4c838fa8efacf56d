/** At least this many characters: NIST SP 800-63B, section 3.1.1.2, for a secret that is the only factor is 15; 8 is its floor. */
export const PASSPHRASE_MIN = 8;
