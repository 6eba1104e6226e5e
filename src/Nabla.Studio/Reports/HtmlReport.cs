using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>
/// Reports of training as one file: curves, classes and mistakes, weights and gradients, times, and how it was run. It
/// opens from the disk, asks no network for anything, follows the reader's light or dark, and prints.
/// </summary>
/// <example><code>
/// var recorder = new RunRecorder(mnist.Test) { Title = "Digits" };
/// trainer.Callbacks.Add(recorder);
/// trainer.Fit(mnist.Train, epochs: 5, validation: mnist.Test);
/// HtmlReport.Write("digits.html", recorder.ToRecord());
/// </code></example>
public static class HtmlReport
{
    /// <summary>Writes a report, whole or not at all.</summary>
    /// <param name="path">The file to create or to replace. Its folder must exist.</param>
    /// <param name="run">What to report.</param>
    /// <exception cref="FileWriteException">The file cannot be written; an old one is still there.</exception>
    public static void Write(string path, RunRecord run) => AtomicFile.WriteAllText(path, Of(run));

    /// <summary>The text of a report: HTML that is also well-formed XML.</summary>
    /// <param name="run">What to report.</param>
    public static string Of(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ReportPage.Of(run);
    }
}
