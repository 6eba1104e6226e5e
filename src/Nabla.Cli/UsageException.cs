namespace Nabla.Cli;

/// <summary>What the user typed makes no sense; the message is the line to print.</summary>
internal sealed class UsageException(string message) : Exception(message);
