// Abbreviations that every course of a health profession, or of the sciences behind it, teaches by their
// letters: an exam may write them so. Letters of several meanings in these fields ("AMS", "NS", "ROS") are
// not here.
#ifndef GUIDEC_RULES_LANGUAGE_EXAM_LETTERS_H_
#define GUIDEC_RULES_LANGUAGE_EXAM_LETTERS_H_

#include <string_view>

#include "text/phrase.h"

namespace guidec {

inline constexpr Alternatives kExamLetters[] = {
    // Hormones, nerves and the head.
    "ACTH|ADH|CRH|FSH|GH|GHRH|GNRH|HCG|LH|MSH|PRL|PTH|TRH|TSH",
    "ALS|ANS|CNS|CSF|EMG|GABA|GCS|ICP|LMN|LMNL|NCV|NREM|PNS|TBI|TIA|UMN|UMNL",
    // Heart, vessels and lungs.
    "ABG|ARDS|ASD|AV|BBB|CABG|CAD|CHF|CVP|DBP|EDV|EF|ESV|FEV|FRC|FVC|HR|HRR|HTN|IVC|JVP|LBBB|LV|LVEF|MAP|MI|"
    "PAC|PCI|PDA|PEEP|PND|PPV|PVC|RBBB|RR|RV|SA|SBP|SV|SVC|SVR|SVT|TPR|VF|VSD|VT",
    // Blood, laboratory and pictures.
    "ALT|ANA|APTT|AST|BUN|CBC|CK|CRP|CXR|ESR|GFR|HCT|HGB|INR|KUB|LDH|LFT|MRA|MRCP|PET|PSA|PTT|RBC|RFT|USG|"
    "WBC",
    // Medicines.
    "ACE|ARB|ASA|CCB|INH|MAOI|OCP|PPI|SNRI|SSRI|TCA|TPA",
    // Care.
    "KOH|NAOH|HCL",
    "ADL|CCRN|CCU|DNR|DX|EHR|EMR|HIPAA|IADL|NCLEX|NG|NICU|NPO|NSS|OPD|PACU|PICC|PICU|PRN|RTA|RX|SIADH|TPN",
    // Diseases.
    "BPH|CKD|CVA|DKA|DM|ESRD|GERD|IBD|JIA|OA|PCOS|PKU|PUD|RA|SLE|URI",
    // Germs, defence and the chemistry of cells.
    "APC|BCR|CFU|CMV|EBV|EIA|ELISA|FEIA|HBV|HCV|HLA|HSV|MHC|NK|PAMP|PMN|PRR|RSV|TCR|TLR|VDRL|VZV",
    "FAD|FADH|FMN|GTP|MRNA|NAD|NADH|NADP|NADPH|RFLP|RRNA|TRNA",
    // Food and training.
    "BMR|DRI|DV|EFA|MUFA|PUFA|RDA|REE|RMR|SFA|TEF|TVP",
    "ACSM|DOMS|EPOC|ITB|MVC|NSCA|PNF|RER|RICE|RM|ROM|RPE|SCM|TFL|WHR",
    // Minds and figures.
    "ANOVA|BPD|CBT|CI|CLT|DSM|ECT|GAD|IACUC|IRB|MDD|OLS|PCA|SD|SE|SEM|SVD|VIF",
};

inline bool AreExamLetters(std::string_view letters) {
  for (const Alternatives& kind : kExamLetters) {
    if (IsOneOf(letters, kind)) return true;
  }
  return false;
}

}  // namespace guidec

#endif  // GUIDEC_RULES_LANGUAGE_EXAM_LETTERS_H_
