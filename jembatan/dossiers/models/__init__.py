"""Matters, who is party to them and who may see them."""

from jembatan.dossiers.models.dossier import Dossier, DossierMember, DossierParty

__all__ = ["Dossier", "DossierMember", "DossierParty"]
