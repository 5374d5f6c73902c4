// Judges PDFs by veraPDF's PDF/UA-1 profile: prints each clause that fails, how often and
// why, and in the end how many files it judged.

import java.io.File;
import java.util.Comparator;
import java.util.Map;
import org.verapdf.core.ModelParsingException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

final class PdfUa {
  private static final PDFAFlavour PROFILE = PDFAFlavour.PDFUA_1;

  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean compliant = true;
    for (String file : files) {
      compliant &= isCompliant(file);
    }
    System.out.printf("judged %d files%n", files.length);
    System.exit(compliant ? 0 : 1);
  }

  private static boolean isCompliant(String file) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), PROFILE);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PROFILE, false)) {
      ValidationResult result = validator.validate(parser);
      result.getFailedChecks().entrySet().stream()
          .sorted(Comparator.comparing((Map.Entry<RuleId, Integer> failed) -> clause(failed.getKey())))
          .forEach(
              failed ->
                  System.out.printf(
                      "%s: PDF/UA-1 %s fails %d times: %s%n",
                      file,
                      clause(failed.getKey()),
                      failed.getValue(),
                      result.getValidationProfile().getRuleByRuleId(failed.getKey()).getDescription()));
      if (result.getTotalAssertions() == 0) {
        System.out.printf("%s: veraPDF found nothing to judge%n", file);
        return false;
      }
      return result.isCompliant();
    } catch (ModelParsingException unreadable) {
      System.out.printf("%s: not a PDF: %s%n", file, unreadable.getCause().getMessage());
      return false;
    }
  }

  private static String clause(RuleId rule) {
    return rule.getClause() + "-" + rule.getTestNumber();
  }
}
