namespace Nabla.Guide.Tests;

/// <summary>A piece of the program of a chapter, and what the chapter says it prints.</summary>
/// <param name="Code">The C# code.</param>
/// <param name="Line">The line of the page on which the code begins, from 1.</param>
/// <param name="Output">The lines of the text block that follows; null where none does.</param>
/// <param name="OutputLine">The line of the page on which the output begins, from 1.</param>
internal sealed record CodeBlock(string Code, int Line, string[]? Output, int OutputLine);
