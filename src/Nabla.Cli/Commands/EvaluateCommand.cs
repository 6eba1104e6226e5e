using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Models;
using Nabla.Cli.Options;
using Nabla.Cli.Sources;
using Nabla.Cli.Training;
using Nabla.Cli.Views;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla evaluate</c>: how good a saved model is.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        Argument<string?> input = new("DATA")
        {
            Description = "A CSV file or a folder of images, of the kind the model was trained on; none for MNIST.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        DataOptions data = new();
        InputOptions options = new();
        Option<int> threads = ThreadsOption.Create();
        ExampleCommand command = new("evaluate", "Say how good a saved model is.",
            ("evaluate runs/flowers/model.nabla more-flowers.csv", "scores and confusion matrix, or error of a number"),
            ("evaluate runs/pictures/model.nabla pictures/", "images, one folder a class"),
            ("evaluate digits.nabla", "the test set of MNIST: accuracy, loss, confusion matrix, worst mistakes"))
        {
            file,
            input,
            threads,
        };
        command.AddRange(options.All, data.All);
        command.SetAction(parsed =>
        {
            ThreadsOption.Apply(parsed, threads);
            string name = parsed.GetRequiredValue(file);
            Model model = Model.Load(InputFile.NotFolder(name));
            SavedNotes notes = SavedNotes.Read(model, name);
            if (notes.Features is null && notes.Classes is null)
            {
                Digits(name, parsed.GetValue(input));
                return ExitCode.Success;
            }

            string examples = parsed.GetValue(input)
                ?? throw new UsageException($"'nabla evaluate' needs DATA: '{name}' is no model of MNIST.");
            if (notes.Features is { } features)
            {
                new TableModel(terminal, model, features, name).Evaluate(examples, options.Table(parsed));
            }
            else
            {
                new ImageModel(terminal, model, notes.Classes!, options.Skips(parsed)).Evaluate(examples);
            }

            return ExitCode.Success;

            void Digits(string name, string? examples)
            {
                Model digits = DigitModel.Load(name);
                if (examples is not null)
                {
                    throw new UsageException(
                        $"'{name}' is a model of MNIST and takes no DATA; leave '{examples}' out, or name "
                        + "the folder of MNIST with --data.");
                }

                (_, Dataset test) = data.Load(parsed);
                TestResultView.Write(terminal, TestResult.Of(digits, test), test);
            }
        });
        return command;
    }
}
