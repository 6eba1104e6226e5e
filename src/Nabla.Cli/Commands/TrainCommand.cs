using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Cli.Runs;
using Nabla.Cli.Sets;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla train</c>: a network for a table or a folder of images, and the famous examples.</summary>
internal sealed class TrainCommand(Terminal terminal, CancellationToken stop)
{
    private readonly Argument<string?> _data = new("DATA")
    {
        Description = "A CSV file, or a folder that has a folder of images for each class.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SourceOptions _source = new();
    private readonly PlanOptions _plan = new(PlanDefaults.Data);
    private readonly OutputOptions _output = new();
    private readonly Option<int> _threads = ThreadsOption.Create();

    private readonly Option<string?> _configuration = new("--configuration")
    {
        Description = "Repeat the run of a configuration.json, to the same bits.",
        HelpName = "file",
    };

    private readonly Option<int> _folds = NumberOptions.Count(
        "--folds", "Cross-validate in so many parts instead, and keep no model.", fallback: 0, minimum: 2, 1000);

    private readonly Option<string?> _foldsFile = new("--folds-file")
    {
        Description = "Table to write of which row was tested in which part.",
        HelpName = "file",
    };

    public static Command Create(Terminal terminal, CancellationToken stop) =>
        new TrainCommand(terminal, stop).Create();

    private Command Create()
    {
        _folds.DefaultValueFactory = null;
        ExampleCommand command = new("train", "Train a network.",
            ("train flowers.csv --target species", "a classifier of rows; looks at the table first"),
            ("train houses.csv --target price --test 0.1 --seed 7", "a number, for a column of many numbers"),
            ("train flowers.csv --target species --folds 5", "how good it is, in five parts"),
            ("train pictures/ --size 32 --augment", "a classifier of images, one folder a class"),
            ("train --configuration runs/a/configuration.json --output runs/b", "the same run again, to the bit"),
            ("train mnist", "handwritten digits: 98 % of the test set within seconds"))
        {
            _data,
        };
        foreach (NamedSet set in NamedSet.All)
        {
            command.Subcommands.Add(TrainSetCommand.Create(terminal, set, stop));
        }

        command.AddRange(_source.All, _plan.All, [_threads, _configuration], _output.All, [_folds, _foldsFile]);
        command.SetAction(Run);
        return command;
    }

    private static string SetNames => string.Join(", ", NamedSet.All.Select(set => set.Name));

    private int Run(ParseResult parsed)
    {
        ThreadsOption.Apply(parsed, _threads);
        string? path = parsed.GetValue(_data);
        RunOutput output = _output.Read(parsed);
        if (parsed.GetValue(_configuration) is { } configuration)
        {
            return Repeat(parsed, RunConfiguration.Load(InputFile.NotFolder(configuration)), path, output);
        }

        if (path is null)
        {
            throw new UsageException(
                "'nabla train' needs a CSV file, a folder of images, --configuration FILE, or one of: "
                + $"{SetNames}. ('nabla train --help' tells more)");
        }

        if (!Path.Exists(path))
        {
            string? near = EditDistance.Nearest(path, NamedSet.All.Select(set => set.Name));
            throw new UsageException(
                $"there is no file or folder '{path}'{(near is null ? "." : $"; did you mean '{near}'?")}");
        }

        RunRequest request = _plan.Read(parsed, _source.Read(parsed, path));
        int folds = parsed.GetResult(_folds) is null ? 0 : parsed.GetValue(_folds);
        if (folds > 0)
        {
            Reports.OutputFile.ThrowIfNotWritable(parsed.GetValue(_foldsFile), byteCount: 0);
        }

        var stages = new Stages();
        (ExampleSource source, DataConfiguration data) = request.Data.Load(stop);
        Tell(source);
        request = request.For(source.Count);
        if (folds > 0)
        {
            return new CrossValidation(terminal, request with { Data = data }, stop)
                .Run(source, folds, parsed.GetValue(_foldsFile));
        }

        PreparedData prepared = source.Split(request.Test, request.Validation, request.Seed);
        return Begin(RunPlan.Complete(request with { Data = data }, prepared), source, prepared, output, stages);
    }

    private int Repeat(ParseResult parsed, RunConfiguration configuration, string? path, RunOutput output)
    {
        if (_plan.All.Concat(_source.All).Append(_folds)
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } stray)
        {
            throw new UsageException($"{stray.Name} stands in the configuration already; leave it out, "
                + "or leave --configuration out.");
        }

        DataConfiguration data = path is null
            ? configuration.Data
            : configuration.Data with { Path = Path.GetFullPath(path) };
        var stages = new Stages();
        (ExampleSource source, data) = data.Load(stop);
        Tell(source);
        PreparedData prepared = source.Split(configuration.Test, configuration.Validation, configuration.Seed);
        return Begin(configuration with { Data = data }, source, prepared, output, stages);
    }

    private int Begin(
        RunConfiguration configuration, ExampleSource source, PreparedData data, RunOutput output, Stages stages)
    {
        stages.EndLoading();
        terminal.WriteLine(data.Describe());
        return new RunTraining(terminal, configuration, data, output, output.FolderFor(source), stages, stop).Begin();
    }

    private void Tell(ExampleSource source)
    {
        foreach (string line in source.Findings)
        {
            terminal.WriteLine(line);
        }

        terminal.WriteLine();
    }
}
