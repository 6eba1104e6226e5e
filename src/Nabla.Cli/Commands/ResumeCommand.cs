using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;
using Nabla.Cli.Runs;
using Nabla.Cli.Sources;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla resume</c>: carries a run on that was interrupted or killed.</summary>
internal static class ResumeCommand
{
    public static Command Create(Terminal terminal, CancellationToken stop)
    {
        Argument<string> run = RunArgument.Create();
        Option<int> threads = ThreadsOption.Create();
        ExampleCommand command = new("resume", "Carry on a run that was interrupted or killed.",
            ("resume runs/flowers-20260101-120000", "ends in the same weights as if nothing had happened"))
        {
            run,
            threads,
        };
        command.SetAction(parsed =>
        {
            ThreadsOption.Apply(parsed, threads);
            return Run(terminal, RunFolder.Open(parsed.GetRequiredValue(run)), stop);
        });
        return command;
    }

    private static int Run(Terminal terminal, RunFolder folder, CancellationToken stop)
    {
        RunConfiguration configuration = RunConfiguration.Load(folder.Configuration);
        if (folder.IsComplete)
        {
            terminal.WriteLine($"The run in {folder.FullName} is complete; its model is {folder.Model}.");
            return ExitCode.Success;
        }

        var stages = new Stages();
        (ExampleSource source, _) = configuration.Data.Load(stop);
        PreparedData data = source.Split(configuration.Test, configuration.Validation, configuration.Seed);
        stages.EndLoading();
        return new RunTraining(terminal, configuration, data, new RunOutput(), folder, stages, stop).Resume();
    }
}
