namespace Nabla;

/// <summary>How scores of several classes become one.</summary>
public enum ClassAverage
{
    /// <summary>The score of class 1 of two.</summary>
    Binary,

    /// <summary>The score of all decisions of all classes counted together.</summary>
    Micro,

    /// <summary>The mean of the scores of the classes, each counting alike: rare classes matter.</summary>
    Macro,

    /// <summary>The mean of the scores of the classes, each times its number of examples.</summary>
    Weighted,
}
