using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Cli.Training;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla train mnist</c>: a classifier of handwritten digits.</summary>
internal static class TrainMnistCommand
{
    private const string DefaultOutput = "digits.nabla";

    public static Command Create(Terminal terminal, CancellationToken stop)
    {
        NetworkOptions network = new(defaultHidden: "128", defaultActivation: "relu");
        OptimizerOptions optimizer = new(OptimizerKind.All);
        RunOptions run = new(defaultEpochs: 20, defaultBatch: 64);
        DataOptions data = new();
        Option<int> threads = ThreadsOption.Create();
        Option<string> output = new("--output")
        {
            Description = "File for the trained model.",
            HelpName = "file",
            DefaultValueFactory = _ => DefaultOutput,
        };
        Option<string?> report = new("--report") { Description = "File for a report in JSON.", HelpName = "file" };
        Option<string?> page = new("--page")
        {
            Description = "File for a page with curves, weights, confusions and mistakes (HTML).",
            HelpName = "file",
        };

        ExampleCommand command = new("mnist", "Train a classifier of handwritten digits on MNIST.",
            ("train mnist", "98 % of the test set within seconds"),
            ("train mnist --page digits.html", "the same, with a page to look at"),
            ("train mnist --hidden 16,16 --activation sigmoid", "the network that introductions draw, 784-16-16-10"),
            ("train mnist --hidden 512,512 --dropout 0.2 --batch 128", "a larger one"),
            ("train mnist --optimizer sgd --rate 0.05 --schedule constant", "plain gradient descent"),
            ("train mnist --seed 7 --output seven.nabla --report seven.json", "another seed, other files"));
        command.AddRange(network.All, optimizer.All, run.All, [threads], data.All, [output, report, page]);
        command.SetAction(parsed =>
        {
            MnistSettings settings = new(
                network.Read(parsed),
                optimizer.Read(parsed),
                run.Read(parsed),
                ThreadsOption.Apply(parsed, threads),
                parsed.GetRequiredValue(output),
                parsed.GetResult(output) is { Implicit: false },
                parsed.GetValue(report),
                parsed.GetValue(page));
            settings.ThrowIfFilesAreOne();
            return new MnistTraining(terminal, settings, stop).Run(() => data.Load(parsed));
        });
        return command;
    }
}
