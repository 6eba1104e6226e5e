namespace Nabla.Cli;

/// <summary>What the process tells its caller, as shells expect it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command was understood and failed.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
