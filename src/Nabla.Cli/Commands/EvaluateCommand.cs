using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Cli.Training;
using Nabla.Cli.Views;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla evaluate</c>: how good a saved model is.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        DataOptions data = new();
        Option<int> threads = ThreadsOption.Create();
        ExampleCommand command = new("evaluate", "Try a saved model on the test set of MNIST.",
            ("evaluate digits.nabla", "accuracy, loss, confusion matrix, worst mistakes"))
        {
            file,
            threads,
        };
        command.AddRange(data.All);
        command.SetAction(parsed =>
        {
            ThreadsOption.Apply(parsed, threads);
            Model model = DigitModel.Load(parsed.GetRequiredValue(file));
            (_, Dataset test) = data.Load(parsed);
            TestResultView.Write(terminal, TestResult.Of(model, test), test);
            return ExitCode.Success;
        });
        return command;
    }
}
