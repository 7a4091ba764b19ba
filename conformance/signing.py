"""Papers signed as a signing service does it: the fields are found by name, and what the
signature appends breaks neither PDF/UA nor PDF/A."""
import datetime
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.sign import fields, signers, validation
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

import tools

# The fields that each paper has, in order.
FIELDS = {"tjansteutlatande": 2, "redovisning": 1, "ansokan": 1}

# The look of a signature stays empty: a stamp's font would have to be embedded.
EMPTY = StaticStampStyle(background=RawContent(b"", box=BoxConstraints(width=100, height=20)), border_width=0)


def signer(folder):
    """Somebody who does not exist, with a certificate of their own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Påhittad Undertecknare")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + datetime.timedelta(days=2))
    certificate = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    paths = [pathlib.Path(folder) / name for name in ("key.pem", "certificate.pem")]
    paths[0].write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    paths[1].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return signers.SimpleSigner.load(str(paths[0]), str(paths[1]))


def names(pdf):
    """The fields to sign in that nobody has signed in."""
    with open(pdf, "rb") as file:
        return [name for name, value, _ in fields.enumerate_sig_fields(PdfFileReader(file)) if value is None]


def sign(pdf, who, target):
    """A copy that is signed in every field, one signature after the other."""
    content = pathlib.Path(pdf).read_bytes()
    for name in names(pdf):
        pathlib.Path(target).write_bytes(content)
        with open(target, "rb") as file:
            metadata = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
            writer = IncrementalPdfFileWriter(file)
            content = signers.PdfSigner(metadata, who, stamp_style=EMPTY).sign_pdf(writer, existing_fields_only=True).getvalue()
    pathlib.Path(target).write_bytes(content)


def signatures(pdf, who):
    """Whether each signature is intact and the signer's."""
    trusted = ValidationContext(trust_roots=[who.signing_cert])
    with open(pdf, "rb") as file:
        found = PdfFileReader(file).embedded_signatures
        # What pyHanko thinks of changes between signatures is left aside: it knows no fields in a structure tree.
        verdicts = [validation.validate_pdf_signature(signature, trusted, skip_diff=True) for signature in found]
    return [verdict.intact and verdict.valid for verdict in verdicts]


def check(report, folder, scratch):
    """Makes the papers with fields, signs them, and looks at both."""
    scratch.mkdir(parents=True, exist_ok=True)
    for more, flavours in (((), ("ua1", "2a")), (("--bifoga-siffror",), ("ua1", "3a"))):
        kind = flavours[-1]
        example = tools.REPO / "data" / f"{folder}.yaml"
        answer = tools.tjut("skapa", example, "--till", scratch / kind, "--format", "pdf", "--underskriftsfält", *more)
        if not report.check(answer.returncode == 0, f"papers with fields {kind}", answer.stderr[-500:]):
            continue
        who, pdfs = signer(scratch), []
        for paper, count in FIELDS.items():
            pdf = scratch / kind / folder / f"{paper}.pdf"
            signed = pdf.with_name(f"{paper}-signed.pdf")
            wanted = [f"Underskrift {number + 1}" for number in range(count)]
            report.check(names(pdf) == wanted, f"{paper} {kind} has its fields", str(names(pdf)))
            sign(pdf, who, signed)
            intact = signatures(signed, who)
            report.check(intact == [True] * count, f"{paper} {kind} is signed in them", str(intact))
            pdfs += [pdf, signed]
        verdicts = tools.vera(pdfs, flavours)
        for pdf in pdfs:
            for flavour in flavours:
                found = verdicts.get((str(pdf), flavour), []) + verdicts.get((str(pdf), "ERROR"), [])
                report.none(found, f"{pdf.name} veraPDF {flavour}")
    # Without the line end at the end of the file, what a signature appends begins on the last line.
    pdf = scratch / "2a" / folder / "redovisning.pdf"
    cut, signed = scratch / "cut.pdf", scratch / "cut-signed.pdf"
    cut.write_bytes(pdf.read_bytes().rstrip(b"\n"))
    sign(cut, signer(scratch), signed)
    report.check(any(tools.vera([signed], ("2a",))[(str(signed), "2a")]), "a file without a line end at its end breaks PDF/A when signed")
