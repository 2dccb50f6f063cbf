"""Who speaks in Indonesian, whom they address, and who belongs to them."""

WE = r"(?:kami|saya|sy|aku|kita)"
YOU = r"(?:bapak|ibu|pak|bu|saudara|saudari|anda|sdr|yang mulia|bpk|mas|mbak)"
ADVERB = r"(?:\s+(?:juga|segera|langsung|terlebih|dahulu|dulu|pasti|tetap|kembali|lebih|selanjutnya|kemudian|nanti|siap))*"
PART = r"(?:sopir|kurir|teknisi|tim|sekretariat|bagian|staf|rekan|biro|kantor|pihak|direktorat|kolega|petugas|unit|divisi)"
