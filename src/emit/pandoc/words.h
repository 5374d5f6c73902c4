// The fixed English words of what Pandoc writes, and how a date reads. The PDF templates' words are
// in emit/typst/templates/strings.typ; a reader meets the same ones in both.
#ifndef GUIDEC_EMIT_PANDOC_WORDS_H_
#define GUIDEC_EMIT_PANDOC_WORDS_H_

#include <string>
#include <string_view>

namespace guidec::words {

inline constexpr char kGuide[] = "Exercise guide";
inline constexpr char kForWhom[] = "For";
inline constexpr char kMainMessage[] = "The main thing to know";
inline constexpr char kContents[] = "In this guide";
inline constexpr char kStart[] = "Start here";
inline constexpr char kCover[] = "Cover";
inline constexpr char kSeekHelp[] = "Get medical help if";
inline constexpr char kStopIf[] = "Stop if";
inline constexpr char kTakeCare[] = "Take care";
inline constexpr char kDose[] = "How much";
inline constexpr char kSteps[] = "What to do";
inline constexpr char kEquipment[] = "You need";
inline constexpr char kStartPosition[] = "Start";
inline constexpr char kTargets[] = "Works on";
inline constexpr char kNote[] = "Good to know";
inline constexpr char kCaution[] = "Caution";
inline constexpr char kTip[] = "Tip";
inline constexpr char kMyth[] = "Myth";
inline constexpr char kMythVerdict[] = "This is not true.";
inline constexpr char kRoutine[] = "Your session";
inline constexpr char kTotalTime[] = "Time";
inline constexpr char kAbout[] = "about";
inline constexpr char kAllow[] = "Allow";
inline constexpr char kQuiz[] = "Quiz";
inline constexpr char kQuestion[] = "Question";
inline constexpr char kChooseAll[] = "Choose all that apply.";
inline constexpr char kPutInOrder[] = "Put them in the right order.";
inline constexpr char kMatchWith[] =
    "Match each with one of these. You may use one more than once, or not at all.";
inline constexpr char kAnswerIn[] = "Give your answer in";
inline constexpr char kTrueOrFalse[] = "True or false?";
inline constexpr char kTrue[] = "True";
inline constexpr char kFalse[] = "False";
inline constexpr char kShowAnswer[] = "Show the answer";
inline constexpr char kCheckAnswer[] = "Check your answer";
inline constexpr char kBackToQuestion[] = "Back to the question";
inline constexpr char kAnswers[] = "Answers";
inline constexpr char kAnswer[] = "Answer";
inline constexpr char kAnswerTo[] = "Answer to question";
inline constexpr char kWhy[] = "Why";
inline constexpr char kProvenAt[] = "Where the guide says so";
inline constexpr char kGlossary[] = "Words used in this guide";
inline constexpr char kReferences[] = "Sources";
inline constexpr char kColophon[] = "About this guide";
inline constexpr char kAuthors[] = "Written by";
inline constexpr char kVersion[] = "Version";
inline constexpr char kReviewed[] = "Reviewed";
inline constexpr char kReviewDue[] = "Next review";
inline constexpr char kOpenQuote[] = "\u201C";
inline constexpr char kCloseQuote[] = "\u201D";

// "License" where it is spelled so, else "Licence".
std::string_view Licence(std::string_view language);

// 2026-11-22 as "November 22, 2026" in en-US, else as "22 November 2026". What is no date stays.
std::string Date(std::string_view iso, std::string_view language);

}  // namespace guidec::words

#endif  // GUIDEC_EMIT_PANDOC_WORDS_H_
