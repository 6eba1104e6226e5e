using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Cli.Runs;
using Nabla.Cli.Sets;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla train NAME</c>: a run on a data set that is known by its name.</summary>
internal sealed class TrainSetCommand(Terminal terminal, NamedSet set, CancellationToken stop)
{
    private readonly PlanOptions _plan = new(set.Defaults);
    private readonly DataOptions _data = new();
    private readonly Option<int> _threads = ThreadsOption.Create();
    private readonly OutputOptions _output = new();

    public static Command Create(Terminal terminal, NamedSet set, CancellationToken stop) =>
        new TrainSetCommand(terminal, set, stop).Create();

    private ExampleCommand Create()
    {
        ExampleCommand command = new(set.Name, set.Description, [.. set.Examples]);
        command.AddRange(_plan.All, [_threads], set.Files.Count > 0 ? _data.All : [], _output.All);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        ThreadsOption.Apply(parsed, _threads);
        RunOutput output = _output.Read(parsed);
        DataConfiguration asked = new()
        {
            Set = set.Name,
            Path = set.Files.Count > 0 && _data.Folder(parsed) is { } folder ? Path.GetFullPath(folder) : "",
            Limit = set.Files.Count > 0 ? _data.Limit(parsed) : null,
        };
        RunRequest request = _plan.Read(parsed, asked);
        var stages = new Stages();
        (ExampleSource source, DataConfiguration data) = asked.Load(stop);
        PreparedData prepared = source.Split(request.Test, request.Validation, request.Seed);
        stages.EndLoading();
        foreach (string line in source.Findings.Append(prepared.Describe()))
        {
            terminal.WriteLine(line);
        }

        RunConfiguration configuration = RunPlan.Complete(request with { Data = data }, prepared);
        RunFolder place = output.FolderFor(source);
        return new RunTraining(terminal, configuration, prepared, output, place, stages, stop).Begin();
    }
}
