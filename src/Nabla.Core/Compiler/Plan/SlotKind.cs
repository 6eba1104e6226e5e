namespace Nabla.Compiler;

/// <summary>Where the memory of a slot comes from.</summary>
public enum SlotKind
{
    /// <summary>The arena of the execution, shared by values whose lifetimes do not meet.</summary>
    Arena,

    /// <summary>An input of the program, bound by the caller.</summary>
    Input,

    /// <summary>A result of the program.</summary>
    Output,

    /// <summary>The value of a variable, read, and written in place where that is safe.</summary>
    Variable,

    /// <summary>Numbers known when the program was compiled.</summary>
    Constant,
}
