using Nabla.Cli.Sets;

namespace Nabla.Cli.Views;

/// <summary>Shows how a network did on the test set of a named set.</summary>
internal static class TestResultView
{
    public static void Write(Terminal terminal, NamedSet set, TestResult result, Dataset test)
    {
        terminal.WriteLine($"test accuracy {Format.Percent(result.Accuracy)}   test loss {Format.Loss(result.Loss)}   "
            + $"{result.Mistakes.Count:N0} of {test.Count:N0} {set.Unit} wrong");
        terminal.Canvas.Write(ConfusionTable.Of(result.Confusion, set.Classes));
        set.Show(terminal, result, test);
    }
}
