using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Models;
using Nabla.Cli.Options;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla evaluate</c>: how good a saved model is.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = ModelArgument.Create();
        Argument<string?> input = new("DATA")
        {
            Description = "A CSV file or a folder of images, of the kind the model was trained on; none for a model of "
                + "a named set, such as MNIST.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        DataOptions data = new();
        InputOptions options = new();
        Option<int> threads = ThreadsOption.Create();
        ExampleCommand command = new("evaluate", "Say how good a saved model is.",
            ("evaluate runs/flowers/model.nabla more-flowers.csv", "scores and confusion matrix, or error of a number"),
            ("evaluate runs/pictures/model.nabla pictures/", "images, one folder a class"),
            ("evaluate runs/digits/model.nabla", "the test set of MNIST: accuracy, loss, confusion matrix, mistakes"))
        {
            file,
            input,
            threads,
        };
        command.AddRange(options.All, data.All);
        command.SetAction(parsed =>
        {
            ThreadsOption.Apply(parsed, threads);
            string name = ModelArgument.FileOf(parsed.GetRequiredValue(file));
            Model model = Model.Load(name);
            SavedNotes notes = SavedNotes.Read(model, name);
            string? examples = parsed.GetValue(input);
            if (notes.Features is { } features)
            {
                new TableModel(terminal, model, features, name).Evaluate(Given(), options.Table(parsed));
            }
            else if (notes is { Classes: { } classes, Set: null })
            {
                new ImageModel(terminal, model, classes, options.Skips(parsed)).Evaluate(Given());
            }
            else
            {
                SetModel known = SetModel.Of(terminal, model, notes, name);
                if (examples is not null)
                {
                    throw new UsageException(
                        $"'{name}' is a model of a data set that has its own test examples, and takes no DATA; leave "
                        + $"'{examples}' out, or name the folder of such a set with --data.");
                }

                known.Evaluate(data.Folder(parsed), data.Limit(parsed));
            }

            return ExitCode.Success;

            string Given() => examples ?? throw new UsageException(
                $"'nabla evaluate' needs DATA: '{name}' is a model of data of your own.");
        });
        return command;
    }
}
