import HCLParser
